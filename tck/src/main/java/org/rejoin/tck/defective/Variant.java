package org.rejoin.tck.defective;

import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Port;

/**
 * A port that is not like the reference, and right: every check must pass or be unsupported.
 *
 * @param id its stable name
 * @param sentence what it does otherwise, and what allows it
 * @param profile the profile under which it is judged
 * @param ports makes the port, anew each time
 */
public record Variant(String id, String sentence, Profile profile, Supplier<Port> ports) {}
