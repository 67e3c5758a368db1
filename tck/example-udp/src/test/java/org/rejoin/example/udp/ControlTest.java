package org.rejoin.example.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;

/** Orders and replies are read as they were written. */
class ControlTest {
  private static final Control.Join JOIN =
      new Control.Join(3, UserId.of(4_294_967_295L), Platform.MACOS, Mode.LIVE, "agora-2019-05", 9);

  @Test
  void aJoinIsReadAsItWasWritten() {
    assertEquals("join 3 4294967295 macos LIVE agora-2019-05 9", JOIN.line());
    assertEquals(Optional.of(JOIN), Control.Join.read(JOIN.line()));
    assertEquals(Optional.empty(), Control.Join.read(Control.LEAVE));
  }

  @Test
  void aCallbackIsReadAsItWasWritten() {
    Callback local = new Callback("onConnectionInterrupted", Optional.empty(), Optional.empty());
    assertEquals("callback onConnectionInterrupted - -", Control.line(local));
    assertEquals(Optional.of(local), Control.readCallback(Control.line(local)));
    Callback remote =
        new Callback("onUserOffline", Optional.of(UserId.of(2)), Optional.of(Reason.QUIT));
    assertEquals("callback onUserOffline 2 quit", Control.line(remote));
    assertEquals(Optional.of(remote), Control.readCallback(Control.line(remote)));
    assertEquals(Optional.empty(), Control.readCallback(Control.ENDED));
  }
}
