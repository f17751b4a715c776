package org.vigie.groundstation.link;

import java.net.SocketAddress;
import java.util.Optional;

/** An open link. Thread-safe. */
public interface Link extends AutoCloseable {
  LinkEndpoint endpoint();

  LinkStatus status();

  /** The address that a listening link is bound to. */
  Optional<SocketAddress> boundTo();

  /** Ends it for good; does not wait. */
  @Override
  void close();
}
