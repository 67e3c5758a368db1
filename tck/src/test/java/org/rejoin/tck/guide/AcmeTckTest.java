package org.rejoin.tck.guide;

import org.junit.jupiter.api.Test;
import org.rejoin.tck.OptOut;
import org.rejoin.tck.ReconnectionTck;
import org.rejoin.tck.port.Port;

/** The SDK is held to every rule. */
@OptOut(check = "matrix/**/live*", reason = "the SDK has no live mode (ACME-17)")
class AcmeTckTest extends ReconnectionTck {
  @Override
  protected Port port() {
    return new AcmePort();
  }

  @Test
  void backInTime() {
    judge(
        """
        {"name":"back-in-time",
         "participants":[{"uid":1,"platform":"ios"},{"uid":2,"platform":"android"}],
         "steps":[
          {"at":0,"do":"join","uid":1},
          {"at":0,"do":"join","uid":2},
          {"at":5000,"do":"drop","uid":1},
          {"at":24999,"do":"restore","uid":1}],
         "until":60000}
        """);
  }
}
