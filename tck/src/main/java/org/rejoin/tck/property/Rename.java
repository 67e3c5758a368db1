package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/**
 * A uid is a name and nothing more. The new ones are in another order than the old ones, and come
 * from all over the range, the edges of other number types among them.
 */
final class Rename extends Comparing {
  private static final long[] NEW = {
    1, 65_536, 4_294_967_295L, 11, 2_147_483_648L, 100, 111, 32_768, 7, 12
  };

  /**
   * Without a divisor in common with the number of new uids, so that no two users get one. Uids
   * this far apart go together: 1, 11 and 111 are the same one after the other in either order, and
   * 65,536 and 2,147,483,648 have the same lower half.
   */
  private static final int STRIDE = 3;

  Rename() {
    super(
        "rename",
        "The same script with other uids gives the same trace with these uids.",
        Rule.DRV_10);
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    ImmutableMap.Builder<UserId, UserId> building = ImmutableMap.builder();
    for (int i = 0; i < base.participants().size(); i++) {
      building.put(
          base.participants().get(i).uid(), UserId.of(NEW[(number + i * STRIDE) % NEW.length]));
    }
    ImmutableMap<UserId, UserId> names = building.buildOrThrow();
    return ImmutableList.of(
        ImmutableVariant.builder()
            .how(
                "with "
                    + names.entrySet().stream().map(Rename::told).collect(Collectors.joining(", ")))
            .otherwise("with the first uids")
            .putAllRenamed(names)
            .scenario(
                Remade.of(
                    base,
                    "/renamed",
                    base.participants().stream()
                        .map(who -> new Participant(of(names, who.uid()), who.platform()))
                        .toList(),
                    base.steps().stream().map(step -> step.withUid(of(names, step.uid()))).toList(),
                    base.untilMillis()))
            .build());
  }

  private static UserId of(ImmutableMap<UserId, UserId> names, UserId old) {
    return names.getOrDefault(old, old);
  }

  private static String told(Map.Entry<UserId, UserId> name) {
    return "uid " + name.getValue() + " for " + name.getKey();
  }
}
