package org.vigie.groundstation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.text.Texts;
import picocli.CommandLine.Option;

/** How {@code plan} and {@code plan prove} tell what they found: the options that both have. */
final class PlanTelling {
  @Option(names = "--json", description = "For machines.")
  private boolean json;

  @Option(names = "--render", paramLabel = "FILE.png", description = "Draws the plan.")
  private @Nullable Path render;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1200",
      description = "Size of the picture, pixels (default: ${DEFAULT-VALUE}).")
  private String size = "";

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  PlanTelling() {}

  boolean json() {
    return json;
  }

  /** Where the plan is drawn to; null when it is not. */
  @Nullable Path render() {
    return render;
  }

  Texts texts() throws BadInputException {
    return Texts.in(ChosenLanguage.of(lang));
  }

  /** The picture's size; wrong options are found before any work is done. */
  PlanOut.Size checkedSize() throws BadInputException {
    PlanOut.Size pixels = PlanOut.Size.of(size);
    if (render != null) {
      PlanOut.checkPicture(render);
    }
    return pixels;
  }

  static void machine(PrintWriter told, Object answer) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    told.println(mapper.writeValueAsString(answer));
  }
}
