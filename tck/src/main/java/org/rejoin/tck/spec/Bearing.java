package org.rejoin.tck.spec;

import static org.rejoin.tck.spec.Decision.D_01;
import static org.rejoin.tck.spec.Decision.D_02;
import static org.rejoin.tck.spec.Decision.D_03;
import static org.rejoin.tck.spec.Decision.D_08;
import static org.rejoin.tck.spec.Decision.D_09;
import static org.rejoin.tck.spec.Decision.D_10;
import static org.rejoin.tck.spec.Decision.D_11;
import static org.rejoin.tck.spec.Decision.D_12;
import static org.rejoin.tck.spec.Decision.D_13;
import static org.rejoin.tck.spec.Decision.D_15;
import static org.rejoin.tck.spec.Decision.D_17;
import static org.rejoin.tck.spec.Decision.D_19;
import static org.rejoin.tck.spec.Decision.D_20;
import static org.rejoin.tck.spec.Decision.D_22;
import static org.rejoin.tck.spec.Decision.D_26;
import static org.rejoin.tck.spec.Decision.D_27;
import static org.rejoin.tck.spec.Decision.D_28;
import static org.rejoin.tck.spec.Decision.D_29;
import static org.rejoin.tck.spec.Decision.D_33;
import static org.rejoin.tck.spec.Decision.D_35;
import static org.rejoin.tck.spec.Decision.D_38;
import static org.rejoin.tck.spec.Decision.D_41;
import static org.rejoin.tck.spec.Decision.D_43;
import static org.rejoin.tck.spec.Decision.D_44;
import static org.rejoin.tck.spec.Decision.D_45;
import static org.rejoin.tck.spec.Decision.D_46;
import static org.rejoin.tck.spec.Decision.D_47;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** Which decisions bear on which rules. */
public final class Bearing {
  private Bearing() {}

  /** The decisions that bear on a rule, in the order of their ids; often none. */
  public static ImmutableList<Decision> on(Rule rule) {
    return switch (rule) {
      case NET_01 -> ImmutableList.of(D_01, D_03, D_11, D_44);
      case NET_02 -> ImmutableList.of(D_01, D_03, D_11, D_44);
      case NET_03 -> ImmutableList.of(D_01, D_11);
      case NET_04 -> ImmutableList.of(D_12, D_13, D_46);
      case NET_05 -> ImmutableList.of(D_02, D_03, D_12, D_44);
      case NET_06 -> ImmutableList.of(D_02, D_03, D_12, D_44);
      case NET_07 -> ImmutableList.of(D_02);
      case NET_08 -> ImmutableList.of(D_03, D_08, D_09, D_10, D_11, D_35, D_41, D_44);
      case NET_09 -> ImmutableList.of(D_03, D_08, D_09, D_10, D_11, D_35, D_41, D_44);
      case NET_10 -> ImmutableList.of(D_03, D_08, D_09, D_10, D_11, D_22, D_44);
      case NET_11 -> ImmutableList.of(D_29, D_38, D_43);
      case NET_12 -> ImmutableList.of(D_29, D_43);
      case NET_13 -> ImmutableList.of();
      case NET_14 -> ImmutableList.of(D_03, D_08, D_10, D_44);
      case NET_15 -> ImmutableList.of(D_20);
      case NET_16 -> ImmutableList.of(D_20);
      case NET_17 -> ImmutableList.of(D_20);
      case KILL_00 -> ImmutableList.of(D_35, D_47);
      case KILL_01 -> ImmutableList.of(D_17, D_19, D_41, D_45);
      case KILL_02 -> ImmutableList.of(D_17, D_19, D_41, D_45);
      case KILL_03 -> ImmutableList.of(D_17, D_19, D_22, D_45);
      case KILL_04 -> ImmutableList.of(D_03, D_15, D_26, D_27, D_44);
      case KILL_05 -> ImmutableList.of(D_03, D_15, D_27, D_44);
      case KILL_06 -> ImmutableList.of(D_03, D_19, D_26, D_27, D_44);
      case KILL_07 -> ImmutableList.of(D_03, D_15, D_27, D_44);
      case KILL_08 -> ImmutableList.of(D_03, D_26, D_27, D_44);
      case KILL_09 -> ImmutableList.of(D_15);
      case KILL_10 -> ImmutableList.of(D_03, D_28, D_29, D_44);
      case DRV_01 -> ImmutableList.of(D_01, D_03, D_44);
      case DRV_02 -> ImmutableList.of(D_03, D_44);
      case DRV_03 -> ImmutableList.of(D_01, D_12, D_43);
      case DRV_04 -> ImmutableList.of(D_08, D_22, D_26, D_33, D_43);
      case DRV_05 -> ImmutableList.of(D_19, D_20);
      case DRV_06 -> ImmutableList.of(D_41);
      case DRV_07 -> ImmutableList.of(D_17);
      case DRV_08 -> ImmutableList.of(D_15, D_33);
      case DRV_09 -> ImmutableList.of();
      case DRV_10 -> ImmutableList.of(D_11, D_43);
      case DRV_11 -> ImmutableList.of(D_09, D_10, D_33);
    };
  }

  /** The rules that a decision bears on. */
  public static ImmutableList<Rule> of(Decision decision) {
    return Arrays.stream(Rule.values())
        .filter(rule -> on(rule).contains(decision))
        .collect(ImmutableList.toImmutableList());
  }
}
