package org.rejoin.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/** What one client can't show is named with its reason, and nothing else is. */
class ClientViewLimitsTest {
  @Test
  void theServersChannelsCannotBeSeen() {
    assertEquals(ImmutableSet.of(Rule.KILL_10), ClientViewLimits.unseen());
    assertEquals(ImmutableSet.of(Feature.CHANNEL_LIFECYCLE), ClientViewLimits.unseenFeatures());
    assertEquals(
        Optional.of("channels are the server's, and the kit plays the server"),
        ClientViewLimits.reason(Rule.KILL_10));
  }

  @Test
  void everyLimitHasAReasonAndEveryOtherRuleHasNone() {
    assertTrue(Sets.intersection(ClientViewLimits.unseen(), ClientViewLimits.halfSeen()).isEmpty());
    List<Rule> withReason =
        Arrays.stream(Rule.values())
            .filter(rule -> ClientViewLimits.reason(rule).isPresent())
            .toList();
    assertEquals(
        Sets.union(ClientViewLimits.unseen(), ClientViewLimits.halfSeen()),
        ImmutableSet.copyOf(withReason));
  }
}
