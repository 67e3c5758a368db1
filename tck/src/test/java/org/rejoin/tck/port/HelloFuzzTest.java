package org.rejoin.tck.port;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a port says first, it is a hello or refused. */
class HelloFuzzTest {
  @DictionaryFile(resourcePath = "/org/rejoin/tck/fuzz.dict")
  @FuzzTest
  void aHelloIsReadOrRefused(byte[] line) {
    Refusals.readOrRefuse(line, text -> HelloReader.read(Messages.parse(text)));
  }
}
