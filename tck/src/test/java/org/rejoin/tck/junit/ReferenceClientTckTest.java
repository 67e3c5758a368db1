package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.tck.ReconnectionTck;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;

/** The reference passes as one client, among users of all platforms. */
class ReferenceClientTckTest extends ReconnectionTck {
  @Override
  protected Port port() {
    return new ReferencePort(ImmutableSet.copyOf(Platform.values()), Hello.View.CLIENT);
  }

  @Override
  protected int generatedScenarios(Hello hello) {
    return 500;
  }
}
