package org.rejoin.api;

import java.util.Optional;

/**
 * One call into the app, under the platform's own name.
 *
 * @param name the callback's name on the platform, such as {@code onUserOffline}
 * @param peer the remote user that it is about, where it is about one
 * @param reason why that user is gone, where the platform says so (D-41)
 */
public record Callback(String name, Optional<UserId> peer, Optional<Reason> reason) {}
