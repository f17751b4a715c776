package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.groundstation.chart.ZoneFeatures;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.zones.ZonePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zones render}. */
@Command(
    name = "render",
    description = {
      "Draws zones for a person to look at: a PNG picture, or GeoJSON for any map.",
      "Exit code 0: all of them. 1: part of a file could not be placed. 2: a file cannot be read."
    },
    mixinStandardHelpOptions = true)
final class ZonesRender implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int PART_UNKNOWN = 1;
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Zone files.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "What to write: a name that ends in .png, .geojson or .json.")
  private Path out = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1200",
      description = "Size of the picture, pixels (default: ${DEFAULT-VALUE}).")
  private String size = "";

  @Option(
      names = "--box",
      paramLabel = "S,W,N,E",
      split = ",",
      description = "The part to draw, degrees: south, west, north, east; all of it otherwise.")
  private List<Double> box = List.of();

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Spec private @Nullable CommandSpec spec;

  ZonesRender() {}

  @Override
  public Integer call() throws Exception {
    Texts texts = Texts.in(ChosenLanguage.of(lang));
    List<ZoneFile> read = ZonesCommand.read(files);
    List<UasZone> zones = read.stream().flatMap(file -> file.zones().stream()).toList();
    String name = out.toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".png")) {
        picture(zones, texts);
      } else if (name.endsWith(".geojson") || name.endsWith(".json")) {
        refusePictureOptions();
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(
            out, mapper.writeValueAsString(ZoneFeatures.of(zones, ScaledClock.wall().now())));
      } else {
        throw new BadInputException("--out: ends in neither .png, .geojson nor .json: " + out);
      }
    } catch (IOException e) {
      throw new BadInputException("--out: cannot be written: " + e);
    }
    PrintWriter told = CommandLineOutput.of(spec);
    told.println(texts.get("zones.drawn", out, zones.size()));
    boolean whole = true;
    for (ZoneFile file : read) {
      if (!file.source().complete()) {
        told.println(file.source().name() + ": " + texts.get("zones.coverage.unknown"));
        whole = false;
      }
    }
    told.flush();
    return whole ? DONE : PART_UNKNOWN;
  }

  /** A map takes all zones and has no pixels; to ask for less and get all would mislead. */
  private void refusePictureOptions() throws BadInputException {
    for (String option : List.of("--box", "--size")) {
      if (spec != null && spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new BadInputException(option + ": is for pictures only, not for " + out);
      }
    }
  }

  private Optional<GeoBox> part() throws BadInputException {
    if (box.isEmpty()) {
      return Optional.empty();
    }
    if (box.size() != 4) {
      throw new BadInputException(
          "--box: needs south,west,north,east, four numbers, not " + box.size());
    }
    try {
      return Optional.of(new GeoBox(box.get(0), box.get(1), box.get(2), box.get(3)));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--box: is not south,west,north,east in degrees: " + e.getMessage());
    }
  }

  private void picture(List<UasZone> zones, Texts texts) throws IOException, BadInputException {
    Matcher asked = SIZE.matcher(size);
    if (!asked.matches()) {
      throw new BadInputException("--size: is not WIDTHxHEIGHT in pixels: " + size);
    }
    int width = Integer.parseInt(asked.group(1));
    int height = Integer.parseInt(asked.group(2));
    if (width < 400 || height < 300) {
      throw new BadInputException("--size: at least 400x300, not " + size);
    }
    ImageIO.write(ZonePicture.of(zones, part(), texts, width, height), "png", out.toFile());
  }
}
