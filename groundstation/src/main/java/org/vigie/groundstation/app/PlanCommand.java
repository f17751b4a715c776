package org.vigie.groundstation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.plans.PlanAnswer;
import org.vigie.groundstation.plans.PlanDrawing;
import org.vigie.groundstation.plans.PlanMachine;
import org.vigie.groundstation.plans.PlanPicture;
import org.vigie.groundstation.plans.PlanReport;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan}. */
@Command(
    name = "plan",
    description = {
      "Plans a flight and proves it, without any station; or proves a plan that somebody else made.",
      "Exit code 0: there is a plan and its proof holds. 1: there is none, or the proof does not"
          + " hold; nothing is written then but the picture. 2: the request cannot be read."
    },
    mixinStandardHelpOptions = true,
    subcommands = PlanProve.class)
final class PlanCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int NO = 1;
  private static final int BAD_INPUT = 2;

  @Parameters(
      paramLabel = "REQUEST.yaml",
      arity = "0..1",
      description = "What is asked for; the schema is request.schema.json.")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the plan: .plan (QGroundControl), .waypoints, .kml, .geojson, or .json, which"
              + " alone holds all of it. May be given several times.")
  private List<Path> out = List.of();

  @Option(
      names = "--explain",
      description = "Prints legs, volume, contingencies and all findings, worst first.")
  private boolean explain;

  @Mixin private final PlanTelling telling = new PlanTelling();

  @Spec private @Nullable CommandSpec spec;

  PlanCommand() {}

  @Override
  public Integer call() throws Exception {
    if (file == null) {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getErr());
      }
      return BAD_INPUT;
    }
    Texts texts = telling.texts();
    for (Path each : out) {
      PlanOut.Format.of(each);
    }
    PlanOut.Size pixels = telling.checkedSize();
    Path render = telling.render();
    PlanAnswer answer = answer(RequestInputs.read(file));
    if (render != null) {
      PlanOut.write(
          PlanPicture.of(
              drawing(answer, texts),
              answer
                  .plan()
                  .map(plan -> new PlanReport(texts).facts(plan, answer.request()))
                  .orElse(List.of()),
              texts,
              pixels.width(),
              pixels.height()),
          render);
    }
    if (answer.holds()) {
      for (Path each : out) {
        PlanOut.write(answer.plan().orElseThrow(), each);
      }
    }
    tell(answer, texts);
    return answer.holds() ? DONE : NO;
  }

  private static PlanAnswer answer(RequestInputs inputs) {
    PlanOutcome outcome = MissionPlanner.plan(inputs.request());
    Optional<Proof> proof =
        outcome instanceof PlanOutcome.Planned planned
            ? Optional.of(Prover.prove(planned.plan(), inputs.proofInputs()))
            : Optional.empty();
    return new PlanAnswer(inputs.request(), outcome, proof, inputs.findings());
  }

  private void tell(PlanAnswer answer, Texts texts) throws Exception {
    PrintWriter told = CommandLineOutput.of(spec);
    if (telling.json()) {
      PlanTelling.machine(told, PlanMachine.of(answer));
    } else {
      PlanReport report = new PlanReport(texts);
      report.lines(answer).forEach(told::println);
      if (explain) {
        report.explain(answer).forEach(told::println);
      }
      for (Path each : out) {
        told.println(texts.get(answer.holds() ? "plan.written" : "plan.not-written", each));
      }
      if (telling.render() != null) {
        told.println(texts.get("plan.written", telling.render()));
      }
    }
    told.flush();
  }

  private static PlanDrawing drawing(PlanAnswer answer, Texts texts) {
    PlanRequest request = answer.request();
    Optional<FlightPlan> plan = answer.plan();
    return new PlanDrawing(
        request.flightId(),
        new PlanReport(texts).verdict(answer),
        answer.holds(),
        request.site().home(),
        plan.map(FlightPlan::legs).orElse(List.of()),
        plan.map(PlanDrawing::parts).orElse(leg -> "outbound"),
        plan.map(FlightPlan::volume),
        plan.map(PlanDrawing::fence).orElse(List.of()),
        plan.map(PlanCommand::rally).orElse(request.site().rallyPoints()),
        Optional.of(request.incident()),
        wrong(answer),
        request.zones().zones(),
        request.terrain(),
        Optional.of(request.wind()),
        OptionalDouble.of(request.limits().minHeightAglM()),
        OptionalDouble.of(request.limits().maxHeightAglM()));
  }

  private static List<LatLon> wrong(PlanAnswer answer) {
    return answer.proof().stream()
        .flatMap(proof -> proof.findings().stream())
        .filter(finding -> !finding.holds())
        .flatMap(finding -> Stream.ofNullable(finding.at()))
        .map(at -> LatLon.ofE7(at.latE7(), at.lonE7()))
        .toList();
  }

  private static List<LatLon> rally(FlightPlan plan) {
    return plan.rally().stream().map((MissionItem r) -> LatLon.ofE7(r.x(), r.y())).toList();
  }
}
