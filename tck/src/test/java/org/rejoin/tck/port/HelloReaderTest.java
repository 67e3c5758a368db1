package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Feature;

/** Every field of a hello is held to what it may be, by name. */
class HelloReaderTest {
  private static final String FIELDS =
      "'type':'hello','protocol':1,'name':'acme','version':'4.2','platforms':['web','ios'],"
          + "'view':'client','clock':'real'";

  @Test
  void whatIsNeededIsEnough() {
    assertEquals(
        ImmutableHello.builder()
            .name("acme")
            .version("4.2")
            .addPlatforms(Platform.WEB, Platform.IOS)
            .view(Hello.View.CLIENT)
            .clock(Hello.Clock.REAL)
            .build(),
        read(FIELDS));
  }

  @Test
  void allThatCanBeSaidIsHeardAndWhatIsUnknownIsIgnored() {
    Hello hello =
        read(
            FIELDS
                + ",'features':['leave','kill'],'concurrency':8,'timeScale':0.5,'profile':'p',"
                + "'unsupported':[{'feature':'attempts','reason':'hidden','issue':'X-1'},"
                + "{'feature':'sound'}],'colour':'red'");
    assertEquals(ImmutableSet.of(Feature.LEAVE, Feature.KILL), hello.features());
    assertEquals(8, hello.concurrency());
    assertEquals(0.5, hello.timeScale());
    assertEquals(Optional.of("p"), hello.profile());
    assertEquals(
        ImmutableList.of(
            new Hello.Gap("attempts", "hidden", Optional.of("X-1")),
            new Hello.Gap("sound", "no reason given", Optional.empty())),
        hello.unsupported());
  }

  @Test
  void aGapCountsMoreThanTheFeature() {
    assertEquals(
        ImmutableSet.of(Feature.LEAVE),
        read(FIELDS + ",'features':['leave','kill'],'unsupported':[{'feature':'kill'}]")
            .features());
  }

  @Test
  void aNameWithControlCharactersIsKept() {
    assertEquals("a\u001b[2J", read(FIELDS.replace("acme", "a\\u001b[2J")).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'type':'hello'     | 'type':7            | `type` must be a string, was 7
          'protocol':1       | 'protocol':'1'      | `protocol` must be a whole number, was '1'
          'protocol':1,      |                     | `protocol` is missing
          'name':'acme'      | 'name':''           | `name` must be a string of 1 to 200 characters, was ''
          'name':'acme'      | 'name':null         | `name` must be a string, was null
          'version':'4.2'    | 'version':4.2       | `version` must be a string, was 4.2
          ['web','ios']      | []                  | `platforms` must be at least one platform, was []
          ['web','ios']      | 'web'               | `platforms` must be a list, was 'web'
          ['web','ios']      | ['web','beos']      | `platforms` has 'beos'; known are [android, windows, linux, ios, macos, web]
          'view':'client'    | 'view':'all'        | `view` must be 'channel' or 'client', was 'all'
          'clock':'real'     | 'clock':'sun'       | `clock` must be 'virtual' or 'real', was 'sun'
          'real'             | 'real','features':['fly']     | `features` has 'fly'; known are [leave, kill, announces, one-way-loss, channels, channel-lifecycle, attempts]
          'real'             | 'real','concurrency':0        | `concurrency` must be from 1 to 1000000, was 0
          'real'             | 'real','concurrency':1.5      | `concurrency` must be a whole number, was 1.5
          'real'             | 'real','timeScale':0          | `timeScale` must be above 0 and at most 1000, was 0
          'real'             | 'real','timeScale':1e999      | `timeScale` must be a number, was 'Infinity'
          'real'             | 'real','profile':7            | `profile` must be a string, was 7
          'real'             | 'real','unsupported':[{'reason':'x'}]       | `unsupported[0].feature` is missing
          'real'             | 'real','unsupported':['kill']               | `unsupported[0]` must be an object, was 'kill'
          """)
  void whatIsWrongIsNamed(String right, String wrong, String sentence) {
    String fields = FIELDS.replace(right, wrong == null ? "" : wrong);
    ProtocolException refused = assertThrows(ProtocolException.class, () -> read(fields));
    assertEquals(sentence.replace('\'', '"'), refused.getMessage());
  }

  private static Hello read(String fields) {
    return HelloReader.read(Messages.parse("{" + fields.replace('\'', '"') + "}"));
  }
}
