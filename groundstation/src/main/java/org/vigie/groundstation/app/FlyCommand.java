package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.request.RequestFile;
import org.vigie.groundstation.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie fly}: one flight without screens, by the station that the request names. */
@Command(
    name = "fly",
    mixinStandardHelpOptions = true,
    description = {
      "Flies one request without screens: opens the station that the request names, reports and",
      "confirms its incident, clears take-off in the pilot's name, stays until the record is closed.",
      "For tests and demonstrations: whoever runs it is the remote pilot. Ctrl-C brings the aircraft",
      "home by the proven return. Exit code 1: no flight, or one that ended otherwise than landed."
    })
final class FlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "REQUEST.yaml", description = "What is to be flown; names its station.")
  private Path request = Path.of("request.yaml");

  @Option(
      names = "--clear-as",
      required = true,
      paramLabel = "PILOT",
      description = "Id or name of the remote pilot, as station.yaml has it.")
  private String pilot = "";

  @Option(
      names = "--confirm-as",
      paramLabel = "PERSON",
      description =
          "Id or name of who confirms (default: the first operator of the pilot's service).")
  private @Nullable String operator;

  @Option(names = "--lang", paramLabel = "fr|en", description = "Language of what is printed.")
  private @Nullable String lang;

  @Option(names = "--clock", hidden = true, paramLabel = "START,WALL0,N")
  private @Nullable String clock;

  FlyCommand() {}

  @Override
  public Integer call() throws Exception {
    Texts texts = Texts.in(ChosenLanguage.of(lang));
    Path folder =
        Optional.ofNullable(request.toAbsolutePath().getParent()).orElse(request.toAbsolutePath());
    RequestFile file = read(folder);
    String stationFile = file.config().station();
    StationConfig config = file.station();
    if (stationFile == null || config == null) {
      throw new BadInputException(request + ": /station: names the station.yaml that flies it");
    }
    Person clears = person(config, pilot, Role.PILOT, "--clear-as");
    Person confirms = operator == null ? operator(config, clears) : confirming(config, operator);
    PrintWriter out = spec.commandLine().getOut();
    Station station = StationStart.open(folder.resolve(stationFile), clock);
    Thread home = new Thread(() -> StationStart.stop(station), "stop");
    Runtime.getRuntime().addShutdownHook(home);
    try {
      return new ScriptedFlight(station, config, file.config(), confirms, clears, texts, out).fly();
    } finally {
      Runtime.getRuntime().removeShutdownHook(home);
      StationStart.stop(station);
    }
  }

  private RequestFile read(Path folder) throws BadInputException, DocumentException {
    try {
      return RequestFile.read(
          request.toString(),
          Files.readString(request),
          name -> Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new BadInputException(request + ": cannot be read: " + e.getMessage());
    }
  }

  private static Person person(StationConfig config, String named, Role role, String option)
      throws BadInputException {
    return config.people().stream()
        .filter(one -> one.id().equals(named) || one.name().equals(named))
        .filter(one -> one.roles().contains(role))
        .map(FlyCommand::person)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    option + ": station.yaml has nobody named \"" + named + "\" as " + role));
  }

  private static Person confirming(StationConfig config, String named) throws BadInputException {
    return person(config, named, Role.OPERATOR, "--confirm-as");
  }

  private static Person operator(StationConfig config, Person pilot) throws BadInputException {
    return config.people().stream()
        .filter(one -> one.roles().contains(Role.OPERATOR))
        .filter(one -> one.service().equals(pilot.service()))
        .map(FlyCommand::person)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--confirm-as: station.yaml has no operator of " + pilot.service()));
  }

  private static Person person(StationConfig.PersonPart one) {
    return new Person(one.id(), one.name(), one.roles(), one.service(), one.commune());
  }
}
