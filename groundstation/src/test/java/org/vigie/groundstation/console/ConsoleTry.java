package org.vigie.groundstation.console;

import java.nio.file.Path;
import java.time.Instant;
import org.vigie.groundstation.text.Language;

/** Opens a console by hand: URL, token file, language, dark or light, figures. */
final class ConsoleTry {
  private ConsoleTry() {}

  public static void main(String[] args) throws Exception {
    ConsoleOptions options =
        ConsoleOptions.of(args[0], Language.of(args[2]))
            .withTokenFile(Path.of(args[1]))
            .withDark(args[3].equals("dark"))
            .withInteractive(false)
            .withFigures(args.length > 4 ? Path.of(args[4]) : null);
    try {
      Console console = Console.open(options, Instant::now);
      System.out.println("ready " + console.readyMs() + " ms");
      console.awaitClosed();
      System.exit(0);
    } catch (ConsoleRefusedException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
