package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** {@code junit.xml} is valid, and its test cases add up to what was found. */
class JUnitXmlTest {
  private static final Pattern TOGETHER = Pattern.compile("\\b(\\d+) checks?\\b");

  static Stream<Named<RunResult>> runs() {
    return Runs.all().entrySet().stream().map(run -> Named.of(run.getKey(), run.getValue()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void itIsValidAgainstSurefiresSchemaAndCountsItsTestCases(RunResult result) throws Exception {
    String xml = JUnitXml.of(result, Runs.SHOW, "rejoin 0.1.0");
    schema().newValidator().validate(new StreamSource(new StringReader(xml)));
    Element suite = parse(xml);
    assertEquals(cases(suite).size(), Integer.parseInt(suite.getAttribute("tests")));
    for (String kind : List.of("failure", "error", "skipped")) {
      String attribute = kind.equals("skipped") ? kind : kind + "s";
      int elements = suite.getElementsByTagName(kind).getLength();
      assertEquals(elements, Integer.parseInt(suite.getAttribute(attribute)), kind);
    }
    for (Verdict verdict : Verdict.values()) {
      assertTrue(
          xml.contains(
              "<property name=\"checks."
                  + verdict.id()
                  + "\" value=\""
                  + Runs.count(result, verdict)
                  + "\"/>"),
          verdict.id());
    }
    assertEquals(xml, JUnitXml.of(result, Runs.SHOW, "rejoin 0.1.0"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void testCasesAndTheChecksThatTheySpeakOfAddUpToTheCountsOfTheRun(RunResult result) {
    Map<String, Integer> told = new TreeMap<>();
    for (TestCase one : TestCases.of(result, Runs.SHOW)) {
      if (!one.className().equals("rejoin.known-failing")) {
        told.merge(
            one.kind() == TestCase.Kind.PASSED ? "pass" : one.type(), checks(one), Integer::sum);
      }
    }
    Map<String, Integer> counted = new TreeMap<>();
    result.counts().forEach((verdict, count) -> counted.put(verdict.id(), count));
    counted.values().removeIf(count -> count == 0);
    assertEquals(counted, told);
  }

  /** How many checks a test case is about. */
  private static int checks(TestCase one) {
    Matcher matcher = TOGETHER.matcher(one.message() + one.text());
    boolean together =
        one.name().endsWith(one.kind() == TestCase.Kind.PASSED ? " pass" : " " + one.type())
            || one.name().equals("not-selected");
    return together && matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws Exception {
    String wrong = JUnitXml.of(Runs.conformant(), Runs.SHOW, "x").replace(" time=\"0\"", "");
    List<String> refused = new ArrayList<>();
    try {
      schema().newValidator().validate(new StreamSource(new StringReader(wrong)));
    } catch (SAXException e) {
      refused.add(String.valueOf(e.getMessage()));
    }
    assertEquals(1, refused.size());
  }

  @Test
  void aCheckOfARuleIsListedUnderItAndAllGeneratedPassesAreOneTestCase() throws Exception {
    List<Element> cases = cases(parse(JUnitXml.of(Runs.conformant(), Runs.SHOW, "x")));
    assertEquals(Runs.conformant().written().size() + 1, cases.size());
    assertEquals("rejoin.NET-01", cases.get(0).getAttribute("classname"));
    assertEquals("NET-01/interrupted-after-4s", cases.get(0).getAttribute("name"));
    Element last = cases.get(cases.size() - 1);
    assertEquals("rejoin.generated", last.getAttribute("classname"));
    assertEquals("generated/1 pass", last.getAttribute("name"));
    assertEquals("300 checks\n", last.getTextContent());
  }

  @Test
  void ofChecksOfPairsTheFirstFailuresAreToldOneByOneAndTheRestTogether() throws Exception {
    RunResult run = Runs.exhaustive();
    List<Element> cases = cases(parse(JUnitXml.of(run, Runs.SHOW, "x")));
    List<String> classes = cases.stream().map(it -> it.getAttribute("classname")).toList();
    assertEquals(Set.of("rejoin.exhaustive", "rejoin.not-selected"), Set.copyOf(classes));
    List<String> names = cases.stream().map(it -> it.getAttribute("name")).toList();
    assertEquals(run.failures().get(0).check().id(), names.get(0));
    assertEquals(run.failures().get(99).check().id(), names.get(99));
    assertEquals(
        List.of(
            "exhaustive fail",
            "exhaustive hang",
            "exhaustive crash",
            "exhaustive protocol-error",
            "not-selected"),
        names.subList(100, names.size()));
  }

  @Test
  void whatWasSeenToBeWrongIsAFailureAndWhatCouldNotBeSeenAnError() throws Exception {
    Element suite = parse(JUnitXml.of(Runs.failing(), Runs.SHOW, "x"));
    assertEquals(List.of("fail"), types(suite, "failure"));
    assertEquals(List.of("crash", "hang", "protocol-error"), types(suite, "error"));
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals(
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; not seen",
        failure.getAttribute("message"));
    assertEquals(
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; not seen\n"
            + "NET-01: On Android, Windows and Linux, a user that has heard nothing from the server"
            + " for 4 s is told `onConnectionInterrupted`.\n"
            + "  A 失去网络连接（A 用户在 4 秒内没有收到服务器数据）：\n"
            + "  如果 A 是 Android， Windows，或 Linux 平台，A 有回调： `onConnectionInterrupted`\n"
            + "steps:\n"
            + "  0 ms  user 1  join\n"
            + "  0 ms  user 2  join\n"
            + "  0 ms  user 3  join\n"
            + "  5000 ms  user 1  drop\n"
            + "  6000 ms  user 2  drop\n"
            + "  7000 ms  user 3  drop\n"
            + "  9500 ms  user 1  restore\n"
            + "  10500 ms  user 2  restore\n"
            + "  11500 ms  user 3  restore\n"
            + "again: rejoin run --only NET-01/interrupted-after-4s --scenarios 0\n",
        failure.getTextContent());
    Element defect = parse(JUnitXml.of(Runs.knownFailing(), Runs.SHOW, "x"));
    assertTrue(types(defect, "failure").contains("stale"));
  }

  @Test
  void whatWasSkippedSaysItsKindAndWhy() throws Exception {
    Element suite = parse(JUnitXml.of(Runs.incomplete(), Runs.SHOW, "x"));
    NodeList skipped = suite.getElementsByTagName("skipped");
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < skipped.getLength(); i++) {
      messages.add(((Element) skipped.item(i)).getAttribute("message"));
    }
    assertTrue(
        messages.contains("unsupported: the port does not play android, windows, linux"),
        messages::toString);
    assertTrue(messages.contains("unsupported: we are never late"), messages::toString);
    assertTrue(
        messages.contains("not-exercised: the port was restarted too often"), messages::toString);
  }

  @Test
  void whatAPortSaysStaysShortAndPlain() throws Exception {
    String xml = JUnitXml.of(Runs.hostile(), Runs.SHOW, "x");
    assertTrue(xml.length() < 4_000_000, () -> xml.length() + " characters");
    assertFalse(xml.contains("<script"), "markup");
    assertTrue(xml.codePoints().allMatch(JUnitXmlTest::isPlain));
  }

  private static boolean isPlain(int point) {
    return point == '\n'
        || (!Character.isISOControl(point) && point != 0x202e && point < 0xFFFE)
        || point == 0x1F600;
  }

  private static List<String> types(Element suite, String kind) {
    NodeList elements = suite.getElementsByTagName(kind);
    return Stream.iterate(0, i -> i < elements.getLength(), i -> i + 1)
        .map(i -> ((Element) elements.item(i)).getAttribute("type"))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Element> cases(Element suite) {
    NodeList elements = suite.getElementsByTagName("testcase");
    List<Element> cases = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      cases.add((Element) elements.item(i));
    }
    return cases;
  }

  private static Element parse(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static Schema schema() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Resources.getResource(JUnitXmlTest.class, "surefire-test-report.xsd"));
  }
}
