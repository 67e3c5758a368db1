package org.rejoin.api;

/**
 * Is told every event of one client, in order.
 *
 * <p>A caller delivers events one after another, never two at a time; which thread it uses is its
 * own to document.
 */
@FunctionalInterface
public interface EventListener {
  /** Takes the next event. */
  void onEvent(Event event);
}
