package org.rejoin.tck.defective;

import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** One way to get the text wrong, and a port that does. Immutable; its ports are not. */
public final class Defect {
  private final String id;
  private final String theme;
  private final String sentence;
  private final Profile profile;
  private final boolean lasting;
  private final Supplier<Behaviour> making;

  Defect(
      String id,
      String theme,
      String sentence,
      Profile profile,
      boolean lasting,
      Supplier<Behaviour> making) {
    this.id = id;
    this.theme = theme;
    this.sentence = sentence;
    this.profile = profile;
    this.lasting = lasting;
    this.making = making;
  }

  /** Its stable name, such as {@code window-from-the-kill}. */
  public String id() {
    return id;
  }

  /** What it is about, such as {@code clocks}: the family that it belongs to. */
  public String theme() {
    return theme;
  }

  /** The misreading, in one sentence without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** The profile under which it is one. */
  public Profile profile() {
    return profile;
  }

  /** Whether its port keeps something from one scenario to the next. */
  boolean isLasting() {
    return lasting;
  }

  /** Whether it is one under a profile: those of a later profile are of no other. */
  public boolean isOf(Profile inForce) {
    return profile.equals(inForce) || profile.equals(Profiles.AGORA_2019_05);
  }

  /** A port that has it, with every feature and a virtual clock, as no other has run before. */
  public Port port() {
    return new BehavingPort(id, making.get());
  }

  /**
   * What such a port shows of a scenario that is the first it runs.
   *
   * @param scenario the whole of it; steps of one client's view are not allowed
   * @param inForce the constants and names
   */
  Trace run(Scenario scenario, Profile inForce) {
    return making.get().run(scenario, inForce);
  }

  @Override
  public String toString() {
    return id;
  }
}
