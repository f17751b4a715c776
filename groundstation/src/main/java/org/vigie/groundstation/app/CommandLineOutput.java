package org.vigie.groundstation.app;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class CommandLineOutput {
  private CommandLineOutput() {}

  /** The standard output of a command that picocli runs; flushed at each line's end. */
  static PrintWriter of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("run by picocli only");
    }
    return spec.commandLine().getOut();
  }

  /** The standard error of a command that picocli runs. */
  static PrintWriter errors(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("run by picocli only");
    }
    return spec.commandLine().getErr();
  }

  /** Whether something that was printed did not arrive, so that printing more is of no use. */
  static boolean isLost(PrintWriter out) {
    return out.checkError() || System.out.checkError();
  }
}
