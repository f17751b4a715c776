package org.vigie.simulator.net;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** Where bytes come from and go to; closing it ends both. */
interface Wire extends Closeable {
  InputStream in();

  /** Whoever writes here flushes at the end of each message. */
  OutputStream out();
}
