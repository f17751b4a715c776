package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.io.PlanJson;
import org.vigie.planner.plan.FlightPlan;

/** Plans that {@code vigie plan} makes of the examples that ship, for other packages' tests. */
public final class ExamplePlans {
  private ExamplePlans() {}

  /** The plan of an example whose proof holds. */
  public static FlightPlan of(String example) throws IOException {
    Path here = Path.of("docs", "examples");
    Path folder = Files.isDirectory(here) ? here : Path.of("..", "docs", "examples");
    StringWriter out = new StringWriter();
    int exit =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(out))
            .execute("plan", folder.resolve(example).toString(), "--json");
    if (exit != 0) {
      throw new AssertionError(example + " ended with " + exit);
    }
    return PlanJson.read(CanonicalJson.mapper().readTree(out.toString()).get("plan").toString());
  }
}
