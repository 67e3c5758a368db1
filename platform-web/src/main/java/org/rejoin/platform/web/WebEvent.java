package org.rejoin.platform.web;

import org.rejoin.api.UserId;

/**
 * What a handler is given.
 *
 * @param type the name that it was registered under, such as {@code peer-leave}
 * @param uid the remote user
 */
public record WebEvent(String type, UserId uid) {}
