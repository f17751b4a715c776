package org.vigie.groundstation.app;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.plans.ForeignReport;
import org.vigie.groundstation.plans.PlanDrawing;
import org.vigie.groundstation.plans.PlanMachine;
import org.vigie.groundstation.plans.PlanPicture;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.foreign.FlightMoment;
import org.vigie.planner.foreign.ForeignProof;
import org.vigie.planner.foreign.ForeignProver;
import org.vigie.planner.io.PlanFile;
import org.vigie.planner.io.PlanFileReader;
import org.vigie.planner.plan.Home;
import org.vigie.planner.request.PlanRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan prove}. */
@Command(
    name = "prove",
    description = {
      "Proves a plan that somebody else made: each leg and each straight return against zones,"
          + " ground, obstacles and fence, energy and wind.",
      "Without a request there is nothing to prove it against: only its form is looked at.",
      "Exit code 0: all of it holds. 1: something does not. 2: a file cannot be read."
    },
    mixinStandardHelpOptions = true)
final class PlanProve implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int NO = 1;

  /** The reader's own limit, in bytes: characters of a mission file are of one byte. */
  private static final int FILE_BYTES_MAX = 8_000_000;

  @Parameters(paramLabel = "FILE", description = "A .plan of QGroundControl, or a .waypoints.")
  private Path file = Path.of("");

  @Option(
      names = "--request",
      paramLabel = "REQUEST.yaml",
      description = "Site, aircraft, zones, terrain, wind and limits that it is proven against.")
  private @Nullable Path request;

  @Option(
      names = "--return-height",
      paramLabel = "METRES",
      description =
          "Height above home that the autopilot's return climbs to at least (RTL_ALT,"
              + " RTL_RETURN_ALT); 15 otherwise, ArduCopter's default.")
  private double returnHeightM = ForeignProver.RETURN_HEIGHT_M_DEFAULT;

  @Option(names = "--explain", description = "Prints legs and what holds, too.")
  private boolean explain;

  @Mixin private final PlanTelling telling = new PlanTelling();

  @Spec private @Nullable CommandSpec spec;

  PlanProve() {}

  @Override
  public Integer call() throws Exception {
    Texts texts = telling.texts();
    PlanOut.Size pixels = telling.checkedSize();
    Path render = telling.render();
    if (!(returnHeightM > 0 && returnHeightM <= 1000)) {
      throw new BadInputException("--return-height: is not within 0 to 1000 m: " + returnHeightM);
    }
    PlanFile plan =
        PlanFileReader.read(
            file.toString(),
            RequestInputs.utf8(file.toString(), ZonesCommand.bytes(file, FILE_BYTES_MAX)));
    Optional<PlanRequest> against =
        request == null ? Optional.empty() : Optional.of(RequestInputs.read(request).request());
    ForeignProof proof = ForeignProver.prove(plan, against, returnHeightM);
    PrintWriter told = CommandLineOutput.of(spec);
    ForeignReport report = new ForeignReport(texts);
    if (telling.json()) {
      PlanTelling.machine(told, PlanMachine.of(plan, proof));
    } else {
      report.lines(plan, proof, explain).forEach(told::println);
    }
    if (render != null && proof.home().isPresent()) {
      PlanOut.write(picture(plan, proof, proof.home().get(), against, texts, pixels), render);
      if (!telling.json()) {
        told.println(texts.get("plan.written", render));
      }
    }
    told.flush();
    return proof.holds() ? DONE : NO;
  }

  private static BufferedImage picture(
      PlanFile plan,
      ForeignProof proof,
      Home home,
      Optional<PlanRequest> against,
      Texts texts,
      PlanOut.Size pixels) {
    ForeignReport report = new ForeignReport(texts);
    PlanDrawing drawing =
        new PlanDrawing(
            String.valueOf(Path.of(plan.name()).getFileName()),
            report.verdict(proof),
            proof.holds(),
            home,
            proof.legs(),
            leg -> "line",
            Optional.empty(),
            plan.fence(),
            plan.rally().stream().map(PlanFile.Place::position).toList(),
            Optional.empty(),
            proof.findings().stream()
                .filter(finding -> !finding.holds())
                .flatMap(finding -> finding.at().stream())
                .map(FlightMoment::position)
                .toList(),
            against.map(r -> r.zones().zones()).orElse(List.of()),
            against.map(PlanRequest::terrain).orElse(point -> Optional.empty()),
            against.map(PlanRequest::wind),
            against
                .map(r -> OptionalDouble.of(r.limits().minHeightAglM()))
                .orElse(OptionalDouble.empty()),
            against
                .map(r -> OptionalDouble.of(r.limits().maxHeightAglM()))
                .orElse(OptionalDouble.empty()));
    return PlanPicture.of(
        drawing, report.facts(plan, proof), texts, pixels.width(), pixels.height());
  }
}
