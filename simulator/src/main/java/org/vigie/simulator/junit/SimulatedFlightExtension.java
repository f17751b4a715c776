package org.vigie.simulator.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/** Makes the world of a {@link SimulatedFlight}, and keeps what happened when the test fails. */
public final class SimulatedFlightExtension
    implements BeforeEachCallback, AfterTestExecutionCallback, ParameterResolver {
  /** JUnit configuration parameter: the folder that artefacts go to. */
  public static final String FOLDER_PARAMETER = "vigie.flights";

  private static final String FOLDER_DEFAULT = "target/simulated-flights";
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(SimulatedFlightExtension.class);

  /** JUnit makes it. */
  public SimulatedFlightExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    SimulatedFlight flight =
        AnnotationSupport.findAnnotation(context.getElement(), SimulatedFlight.class)
            .orElseThrow(
                () -> new ExtensionConfigurationException("@SimulatedFlight is for methods"));
    OptionalLong seed =
        flight.seed() == SimulatedFlight.SEED_OF_SCENARIO
            ? OptionalLong.empty()
            : OptionalLong.of(flight.seed());
    try {
      SimulatedWorld world = SimulatedWorld.of(ScenarioFile.read(flight.scenario()), seed);
      context.getStore(SPACE).put(SimulatedWorld.class, world);
    } catch (DocumentException e) {
      throw new ExtensionConfigurationException("@SimulatedFlight: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SimulatedWorld.class
        || type == World.class
        || type == Scenario.class
        || type == TrueTrack.class
        || type == SimulatedVehicle.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SimulatedWorld world = world(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == World.class) {
      return world.world();
    }
    if (type == Scenario.class) {
      return world.scenario();
    }
    if (type == TrueTrack.class) {
      return world.track();
    }
    return type == SimulatedVehicle.class ? world.vehicle() : world;
  }

  private static SimulatedWorld world(ExtensionContext context) {
    SimulatedWorld world = context.getStore(SPACE).get(SimulatedWorld.class, SimulatedWorld.class);
    if (world == null) {
      throw new ExtensionConfigurationException("a simulated world is for test methods only");
    }
    return world;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    SimulatedWorld world = world(context);
    String test = context.getRequiredTestClass().getSimpleName() + "." + method(context);
    Path folder =
        Path.of(context.getConfigurationParameter(FOLDER_PARAMETER).orElse(FOLDER_DEFAULT))
            .resolve(test + "-" + world.seed());
    keep(world, folder);
    String said =
        String.format(
            Locale.ROOT,
            "%s failed after %.3f s of virtual time: scenario \"%s\", seed %d, kept in %s",
            test,
            world.world().elapsedS(),
            world.scenario().name(),
            world.seed(),
            folder);
    System.out.println(said);
    context.publishReportEntry("simulated-flight", said);
  }

  /** With the parameters of a parameterized test, as far as files may be called so. */
  private static String method(ExtensionContext context) {
    return context.getRequiredTestMethod().getName()
        + context.getUniqueId().replaceAll("^.*/", "").replaceAll("[^A-Za-z0-9#-]", "_");
  }

  private static void keep(SimulatedWorld world, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (SimulatedVehicle vehicle : world.vehicles()) {
      Files.write(folder.resolve(vehicle.id() + ".tlog"), world.link(vehicle).log().bytes());
    }
    Files.writeString(folder.resolve("true-track.csv"), world.track().csv());
    Files.writeString(
        folder.resolve("faults.txt"),
        "scenario "
            + world.scenario().name()
            + ", seed "
            + world.seed()
            + "\n"
            + "at "
            + world.now()
            + ", lasting now: "
            + world.lasting()
            + "\n"
            + String.join("\n", world.outside())
            + "\n"
            + String.join("\n", world.notes())
            + "\n");
  }
}
