package org.vigie.groundstation.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.Console;
import org.vigie.groundstation.console.ConsoleOptions;
import org.vigie.groundstation.console.ConsoleRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie console}: the pilot's console. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "The remote pilot's console, a window of its own.")
final class ConsoleCommand implements Callable<Integer> {
  /** The themes that there are. */
  enum Theme {
    DARK,
    LIGHT
  }

  @Option(
      names = "--station",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The station (default: ${DEFAULT-VALUE}).")
  private String station = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Your token; without it VIGIE_TOKEN is taken, or you are asked.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      description = "Language (default: that of the system, French or English).")
  private @Nullable String lang;

  @Option(
      names = "--theme",
      paramLabel = "dark|light",
      defaultValue = "dark",
      description = "Colours (default: ${DEFAULT-VALUE}).")
  private Theme theme = Theme.DARK;

  @Option(names = "--figures", hidden = true, paramLabel = "FILE")
  private @Nullable Path figures;

  ConsoleCommand() {}

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    ConsoleOptions options =
        ConsoleOptions.of(station, ChosenLanguage.of(lang))
            .withTokenFile(tokenFile)
            .withDark(theme == Theme.DARK)
            .withFigures(figures);
    try (Console console = Console.open(options, ScaledClock.wall())) {
      Runtime.getRuntime().addShutdownHook(new Thread(console::close, "close"));
      console.awaitClosed();
      return 0;
    } catch (ConsoleRefusedException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
