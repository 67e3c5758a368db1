package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;

/** A run as JUnit XML that is valid against Surefire's schema, for CI servers. */
public final class JUnitXml {
  private final RunResult result;
  private final ImmutableList<TestCase> cases;
  private final XMLStreamWriter out;

  private JUnitXml(RunResult result, ImmutableList<TestCase> cases, XMLStreamWriter out) {
    this.result = result;
    this.cases = cases;
    this.out = out;
  }

  /** The text of {@code junit.xml}. */
  public static String of(RunResult result, Show show, String kit) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(result, TestCases.of(result, show), out).write(kit);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml: writing to memory failed", e);
    }
    return text.toString();
  }

  private void write(String kit) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    line();
    out.writeStartElement("testsuite");
    out.writeAttribute("name", "rejoin " + Plain.name(result.port().name()));
    out.writeAttribute("time", "0");
    out.writeAttribute("tests", String.valueOf(cases.size()));
    out.writeAttribute("errors", count(TestCase.Kind.ERROR));
    out.writeAttribute("skipped", count(TestCase.Kind.SKIPPED));
    out.writeAttribute("failures", count(TestCase.Kind.FAILURE));
    line();
    properties(kit);
    for (TestCase each : cases) {
      write(each);
    }
    out.writeEndElement();
    line();
    out.writeEndDocument();
  }

  private String count(TestCase.Kind kind) {
    return String.valueOf(cases.stream().filter(each -> each.kind() == kind).count());
  }

  private void properties(String kit) throws XMLStreamException {
    out.writeStartElement("properties");
    line();
    property("kit", kit);
    property("port.name", Plain.name(result.port().name()));
    property("port.version", Plain.name(result.port().version()));
    property("profile", result.profile().id());
    property("seed", String.valueOf(result.seed()));
    property("verdict", result.conclusion().words());
    for (Verdict verdict : Verdict.values()) {
      property("checks." + verdict.id(), String.valueOf(result.counts().getOrDefault(verdict, 0)));
    }
    String gaps =
        result.incompleteBecause().stream().map(Plain::shortLine).collect(Collectors.joining("; "));
    if (!gaps.isEmpty()) {
      property("incompleteBecause", gaps);
    }
    out.writeEndElement();
    line();
  }

  private void property(String name, String value) throws XMLStreamException {
    out.writeEmptyElement("property");
    out.writeAttribute("name", name);
    out.writeAttribute("value", value);
    line();
  }

  private void write(TestCase each) throws XMLStreamException {
    out.writeStartElement("testcase");
    out.writeAttribute("name", each.name());
    out.writeAttribute("classname", each.className());
    out.writeAttribute("time", "0");
    switch (each.kind()) {
      case PASSED -> {}
      case FAILURE -> outcome("failure", each);
      case ERROR -> outcome("error", each);
      case SKIPPED -> {
        out.writeStartElement("skipped");
        out.writeAttribute("message", each.message());
        out.writeEndElement();
      }
    }
    if (each.kind() == TestCase.Kind.PASSED && !each.text().isEmpty()) {
      out.writeStartElement("system-out");
      out.writeCharacters(each.text());
      out.writeEndElement();
    }
    out.writeEndElement();
    line();
  }

  private void outcome(String element, TestCase each) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeAttribute("message", each.message());
    out.writeAttribute("type", each.type());
    out.writeCharacters(each.text());
    out.writeEndElement();
  }

  private void line() throws XMLStreamException {
    out.writeCharacters("\n");
  }
}
