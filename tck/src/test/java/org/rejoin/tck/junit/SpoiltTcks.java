package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.OptOut;
import org.rejoin.tck.ReconnectionTck;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Classes as implementers write them, over the reference with something wrong or missing. */
final class SpoiltTcks {
  private SpoiltTcks() {}

  /** The reference, to be spoilt. */
  static class Spoilt implements Port {
    private final Port reference = new ReferencePort();

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, profile);
    }
  }

  /** Not many generated scenarios, so that it is quick. */
  abstract static class Quick extends ReconnectionTck {
    @Override
    protected int generatedScenarios(Hello hello) {
      return 100;
    }
  }

  /** Interrupted a second late. */
  static class Late extends Quick {
    @Override
    protected Port port() {
      return new Spoilt() {
        @Override
        public Answer run(Scenario scenario, Profile profile) {
          return super.run(
              scenario, ImmutableProfile.copyOf(profile).withInterruptedAfterMillis(5_000));
        }
      };
    }
  }

  /** One client that is a second late to tell that others are gone. */
  static class LateClient extends Quick {
    @Override
    protected Port port() {
      Port client = new ReferencePort(ImmutableSet.of(Platform.WEB), Hello.View.CLIENT);
      return new Spoilt() {
        @Override
        public Hello hello() {
          return client.hello();
        }

        @Override
        public Answer run(Scenario scenario, Profile profile) {
          return client.run(
              scenario, ImmutableProfile.copyOf(profile).withWebGoneAfterMillis(11_000));
        }
      };
    }
  }

  /** Web alone, without kills, and with checks left out. */
  @OptOut(check = "boundary/gone/**", reason = "ticks every 10 ms")
  @OptOut(check = "NET-03", reason = "shown elsewhere")
  static class Less extends Quick {
    @Override
    protected Port port() {
      return new Spoilt() {
        @Override
        public Hello hello() {
          return ImmutableHello.copyOf(super.hello())
              .withPlatforms(Platform.WEB)
              .withFeatures(Feature.LEAVE)
              .withUnsupported(
                  new Hello.Gap("kill", "a browser can't be killed here", Optional.of("ACME-7")));
        }

        @Override
        public Answer run(Scenario scenario, Profile profile) {
          return scenario.name().contains("live")
              ? new Answer.Unsupported("no live mode")
              : super.run(scenario, profile);
        }
      };
    }
  }

  /** Tells nobody of user 7, and leaves one property out. */
  @OptOut(check = "property/idle", reason = "too many steps (ACME-8)")
  static class BlindToSeven extends Quick {
    @Override
    protected Port port() {
      return new Spoilt() {
        @Override
        public Answer run(Scenario scenario, Profile profile) {
          Answer.Ran right = (Answer.Ran) super.run(scenario, profile);
          return new Answer.Ran(
              new Trace(
                  right.trace().callbacks().stream()
                      .filter(one -> !one.callback().peer().equals(Optional.of(UserId.of(7))))
                      .collect(ImmutableList.toImmutableList()),
                  right.trace().server()));
        }
      };
    }
  }

  /** Opt-outs that are none. */
  @OptOut(check = "NET-99/**", reason = "there is no such rule")
  @OptOut(check = "NET-01/**", reason = " ")
  static class WrongOptOuts extends Quick {
    @Override
    protected Port port() {
      return new ReferencePort();
    }
  }

  /** Throws in one scenario, shows what can't be in another, and answers nothing in a third. */
  static class Misbehaving extends Quick {
    @Override
    protected Port port() {
      return new Spoilt() {
        @Override
        public Answer run(Scenario scenario, Profile profile) {
          return switch (scenario.name()) {
            case "boundary/lost/web/9999" -> throw new IllegalStateException("no such timer");
            case "boundary/lost/web/10000" ->
                new Answer.Ran(
                    new Trace(
                        ImmutableList.of(
                            new TracedCallback(
                                99_000,
                                UserId.of(1),
                                new Callback("late", Optional.empty(), Optional.empty()))),
                        ImmutableList.of()));
            default -> super.run(scenario, profile);
          };
        }
      };
    }
  }

  /** Never answers about a lost user on Web. */
  static class Hanging extends Quick {
    @Override
    protected Port port() {
      return new Spoilt() {
        @Override
        public Answer run(Scenario scenario, Profile profile) {
          return scenario.name().startsWith("boundary/lost/web")
              ? never()
              : super.run(scenario, profile);
        }
      };
    }

    @Override
    protected Duration patience() {
      return Duration.ofMillis(200);
    }

    private static Answer never() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // Hangs on, as a port may.
        return never();
      }
      throw new AssertionError("nobody counts down");
    }
  }

  /** No port at all. */
  static class Nothing extends Quick {
    @Override
    @SuppressWarnings("NullAway")
    protected Port port() {
      return null;
    }
  }
}
