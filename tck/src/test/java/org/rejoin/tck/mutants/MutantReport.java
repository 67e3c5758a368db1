package org.rejoin.tck.mutants;

import com.google.common.collect.ImmutableMultiset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What PIT reports of one module.
 *
 * @param survivors the mutants that no test fails on
 * @param undecided those that ran out of time or memory, which a busy machine adds to
 * @param killed how many others there are
 */
record MutantReport(
    ImmutableMultiset<Mutant> survivors, ImmutableMultiset<Mutant> undecided, int killed) {

  static MutantReport parse(String xml) {
    ImmutableMultiset.Builder<Mutant> survivors = ImmutableMultiset.builder();
    ImmutableMultiset.Builder<Mutant> undecided = ImmutableMultiset.builder();
    int killed = 0;
    NodeList mutations = document(xml).getElementsByTagName("mutation");
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      Mutant mutant =
          Mutant.reported(
              text(mutation, "mutatedClass"),
              text(mutation, "mutatedMethod"),
              text(mutation, "description"));
      switch (mutation.getAttribute("status")) {
        case "SURVIVED", "NO_COVERAGE" -> survivors.add(mutant);
        case "KILLED" -> killed++;
        default -> undecided.add(mutant);
      }
    }
    return new MutantReport(survivors.build(), undecided.build(), killed);
  }

  private static Element document(String xml) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      // Throws, and prints nothing.
      builder.setErrorHandler(new DefaultHandler());
      return builder
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException("not a report of PIT: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }
}
