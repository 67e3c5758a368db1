package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Event;
import org.rejoin.api.EventListener;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.core.realtime.RealtimeClient;
import org.rejoin.platform.nativesdk.NativeSdkAdapter;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** Recordings that are written while things happen, and what {@code check} makes of them. */
class RecordingWriterTest {
  private static final UserId ANN = UserId.of(1);
  private static final UserId BOB = UserId.of(2);

  private static final Circumstances REAL =
      ImmutableCircumstances.builder()
          .clock(Hello.Clock.REAL)
          .tolerance(Tolerance.of(250))
          .addRecorded(ANN)
          .build();

  private final AtomicLong nowMillis = new AtomicLong();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void aRealTimeClientIsRecordedThroughItsListenerAndConforms() throws IOException {
    List<Event> app = new ArrayList<>();
    try (RecordingWriter recording = new RecordingWriter(bytes);
        ChannelRecorder channel = recording.channel("c1", REAL, nowMillis::get)) {
      EventListener listener =
          channel.listener(
              ANN, Platform.ANDROID, new NativeSdkAdapter(), Recordings.PROFILE, app::add);
      Ticker ticker =
          new Ticker() {
            @Override
            public long read() {
              return TimeUnit.MILLISECONDS.toNanos(nowMillis.get());
            }
          };
      try (RealtimeClient client =
          RealtimeClient.builder(ANN, Family.AWL, Runnable::run, listener).ticker(ticker).build()) {
        did(channel, Action.JOIN, BOB, Platform.WEB);
        did(channel, Action.JOIN, ANN, Platform.ANDROID);
        client.join();
        client.linkUp();
        client.userHeard(BOB);
        nowMillis.set(5_000);
        did(channel, Action.DROP, ANN, Platform.ANDROID);
        client.linkDown();
        // A deadline shows with the next thing that is heard.
        nowMillis.set(9_001);
        client.linkDown();
        nowMillis.set(12_000);
        did(channel, Action.RESTORE, ANN, Platform.ANDROID);
        client.linkUp();
        client.userHeard(BOB);
        nowMillis.set(20_000);
      }
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(
        """
        {"channel":"c1","begin":0,"clock":"real","tolerance":{"early":250,"late":250},"recorded":[1]}
        {"channel":"c1","at":0,"do":"join","uid":2,"platform":"web"}
        {"channel":"c1","at":0,"do":"join","uid":1,"platform":"android"}
        {"channel":"c1","at":0,"uid":1,"name":"onUserJoined","peer":2}
        {"channel":"c1","at":5000,"do":"drop","uid":1}
        {"channel":"c1","at":9001,"uid":1,"name":"onConnectionInterrupted"}
        {"channel":"c1","at":12000,"do":"restore","uid":1}
        {"channel":"c1","at":12000,"uid":1,"name":"didRejoinChannel"}
        {"channel":"c1","end":20000}
        """,
        text);
    assertEquals(3, app.size());
    assertEquals(0, Recordings.check(text).exitCode());
  }

  @Test
  void manyThreadsWriteWholeLinesInTimeOrder() throws Exception {
    RecordingWriter recording = new RecordingWriter(bytes);
    ChannelRecorder channel =
        recording.channel(
            "c1", ImmutableCircumstances.builder().build(), nowMillis::incrementAndGet);
    List<Thread> threads = new ArrayList<>();
    for (int uid = 1; uid <= 4; uid++) {
      UserId user = UserId.of(uid);
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  did(channel, i % 2 == 0 ? Action.JOIN : Action.LEAVE, user, Platform.MACOS);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    channel.close();
    recording.close();
    RecordingResult result = Recordings.check(bytes.toString(StandardCharsets.UTF_8));
    assertEquals(List.of(), result.firstBrokenLines());
    assertEquals(2_002, result.lines());
  }

  @Test
  void aClockThatRunsBackwardsStandsStill() {
    ChannelRecorder channel = begun();
    nowMillis.set(100);
    did(channel, Action.JOIN, ANN, Platform.IOS);
    nowMillis.set(50);
    channel.close();
    assertTrue(
        bytes.toString(StandardCharsets.UTF_8).endsWith("{\"channel\":\"c1\",\"end\":100}\n"));
  }

  @Test
  void afterItsEndAChannelSaysNothingMore() {
    ChannelRecorder channel = begun();
    channel.destroyed();
    channel.close();
    channel.close();
    channel.told(ANN, Platform.IOS, new Callback("x", Optional.empty(), Optional.empty()));
    assertEquals(
        """
        {"channel":"c1","begin":0}
        {"channel":"c1","at":0,"name":"channel-destroyed"}
        {"channel":"c1","end":0}
        """,
        bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatWritingFailsWithIsKeptForTheEndAndTheAppIsLeftAlone() {
    IOException full = new IOException("no space left on device");
    RecordingWriter recording =
        new RecordingWriter(
            new OutputStream() {
              @Override
              public void write(int unused) throws IOException {
                throw full;
              }
            });
    ChannelRecorder channel =
        recording.channel("c1", ImmutableCircumstances.builder().build(), nowMillis::get);
    did(channel, Action.JOIN, ANN, Platform.IOS);
    channel.close();
    assertEquals(Optional.of(full), recording.failure());
    assertEquals(full, assertThrows(IOException.class, recording::close));
  }

  @Test
  void aChannelNeedsAName() {
    RecordingWriter recording = new RecordingWriter(bytes);
    Circumstances how = ImmutableCircumstances.builder().build();
    assertEquals(
        "a channel's name must not be empty",
        assertThrows(
                IllegalArgumentException.class, () -> recording.channel("", how, nowMillis::get))
            .getMessage());
  }

  private ChannelRecorder begun() {
    return new RecordingWriter(bytes)
        .channel("c1", ImmutableCircumstances.builder().build(), nowMillis::get);
  }

  private static void did(ChannelRecorder channel, Action action, UserId uid, Platform platform) {
    channel.did(Step.of(0, action, uid), platform);
  }
}
