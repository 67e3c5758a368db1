package org.rejoin.js;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.PlatformAdapter;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/** Runs the lines of one client on the JVM and writes what {@code replay.mjs} must write. */
final class JvmReplay {
  private static final Splitter WORDS = Splitter.on(' ');

  private final UserId local;
  private final Client client;
  private final PlatformAdapter adapter;
  private final Profile profile;
  private final List<String> said = new ArrayList<>();

  private JvmReplay(List<String> words) {
    Platform platform = Platform.ofId(words.get(2)).orElseThrow();
    this.local = UserId.of(Long.parseLong(words.get(1)));
    this.profile = Profiles.ofId(words.get(4)).orElseThrow();
    this.adapter = adapter(platform);
    this.client =
        new Client(
            local, platform.family(), Mode.valueOf(words.get(3).toUpperCase(Locale.ROOT)), profile);
  }

  /** What one client's lines give. */
  static ImmutableList<String> of(List<String> lines) {
    JvmReplay replay = new JvmReplay(WORDS.splitToList(lines.get(0)));
    replay.said.add("> " + lines.get(0));
    lines.subList(1, lines.size()).forEach(replay::call);
    return ImmutableList.copyOf(replay.said);
  }

  /** The adapter that the service loader finds for a platform. */
  static PlatformAdapter adapter(Platform platform) {
    return ServiceLoader.load(PlatformAdapter.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(adapter -> adapter.platforms().contains(platform))
        .findFirst()
        .orElseThrow();
  }

  private void call(String line) {
    said.add("> " + line);
    List<String> words = WORDS.splitToList(line);
    try {
      events(words).forEach(this::tell);
    } catch (IllegalArgumentException misuse) {
      said.add("Error: " + misuse.getMessage());
    }
    long next = client.nextDeadline();
    said.add("next " + (next == Client.NEVER ? "Infinity" : Long.toString(next)));
  }

  private ImmutableList<Event> events(List<String> words) {
    return switch (words.get(0)) {
      case "advanceTo" -> client.advanceTo(number(words, 1));
      case "join" -> aboutTheLink(Input.Kind.JOIN, words);
      case "end" -> aboutTheLink(Input.Kind.END, words);
      case "linkUp" -> aboutTheLink(Input.Kind.LINK_UP, words);
      case "linkDown" -> aboutTheLink(Input.Kind.LINK_DOWN, words);
      case "userHeard" -> aboutOthers(Input.Kind.USER_HEARD, words);
      case "userSilent" -> aboutOthers(Input.Kind.USER_SILENT, words);
      case "userLeft" -> aboutOthers(Input.Kind.USER_LEFT, words);
      default -> throw new AssertionError(words);
    };
  }

  private ImmutableList<Event> aboutTheLink(Input.Kind kind, List<String> words) {
    return client.accept(new Input(kind, local), number(words, 1));
  }

  private ImmutableList<Event> aboutOthers(Input.Kind kind, List<String> words) {
    return client.accept(new Input(kind, UserId.of(number(words, 1))), number(words, 2));
  }

  private void tell(Event event) {
    adapter.callback(event, profile).ifPresent(callback -> tell(callback, event.dueMillis()));
  }

  private void tell(Callback callback, long atMillis) {
    said.add(
        String.join(
            " ",
            Long.toString(atMillis),
            local.toString(),
            callback.name(),
            callback.peer().map(UserId::toString).orElse("-"),
            callback.reason().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse("-")));
  }

  private static long number(List<String> words, int at) {
    return Long.parseLong(words.get(at));
  }
}
