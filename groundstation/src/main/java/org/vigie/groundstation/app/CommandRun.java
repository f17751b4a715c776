package org.vigie.groundstation.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command so that its exit code also tells what nobody would see otherwise: that an answer
 * was lost on its way out (a full disk), or that the virtual machine could not go on. A reader that
 * closed its pipe wanted no more; nobody is told.
 */
final class CommandRun implements CommandLine.IExecutionStrategy {
  private static final int INTERNAL = 3;

  CommandRun() {}

  @Override
  public int execute(ParseResult parsed) {
    PrintWriter err = parsed.commandSpec().commandLine().getErr();
    int exit;
    try {
      exit = new CommandLine.RunLast().execute(parsed);
    } catch (StackOverflowError | OutOfMemoryError e) {
      err.println("vigie: internal error: " + e);
      err.flush();
      return INTERNAL;
    }
    boolean lost = false;
    for (CommandLine each : parsed.asCommandLineList()) {
      lost |= each.getOut().checkError();
    }
    // both swallow what goes wrong, and the writer does not ask the stream below it
    boolean standardLost = System.out.checkError();
    if (!lost && !standardLost) {
      return exit;
    }
    if (!standardLost || !isPipeClosed()) {
      err.println("vigie: the output could not be written, part of it is lost");
      err.flush();
    }
    return INTERNAL;
  }

  /** Asked after a loss only: the streams of Java keep no reason, one more line end tells it. */
  private static boolean isPipeClosed() {
    try {
      new FileOutputStream(FileDescriptor.out).write('\n');
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
  }
}
