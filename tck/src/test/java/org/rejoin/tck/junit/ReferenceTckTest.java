package org.rejoin.tck.junit;

import org.rejoin.tck.ReconnectionTck;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;

/** The reference passes every check, and shows how little an implementer writes. */
class ReferenceTckTest extends ReconnectionTck {
  @Override
  protected Port port() {
    return new ReferencePort();
  }
}
