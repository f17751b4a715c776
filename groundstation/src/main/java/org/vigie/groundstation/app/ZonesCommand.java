package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zones}: zone files, looked at without any station. */
@Command(
    name = "zones",
    description = "Zone files (ED-269, ED-318, GeoJSON, KML): validate, at, render.",
    mixinStandardHelpOptions = true,
    subcommands = {ZonesValidate.class, ZonesAt.class, ZonesRender.class})
final class ZonesCommand implements Callable<Integer> {
  private static final int BAD_INPUT = 2;

  /** A country's zones are some 20 MB; what is larger is something else. */
  private static final int FILE_BYTES_MAX = 256 << 20;

  @Spec private @Nullable CommandSpec spec;

  ZonesCommand() {}

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return BAD_INPUT;
  }

  /**
   * Reads zone files, each under the name it was given.
   *
   * @throws BadInputException if a file is absent or too large
   * @throws DocumentException if a file is no zone file at all
   */
  static List<ZoneFile> read(List<Path> files) throws BadInputException, DocumentException {
    List<ZoneFile> read = new ArrayList<>();
    for (Path file : files) {
      read.add(read(file));
    }
    return read;
  }

  /** The same for one file. */
  static ZoneFile read(Path file) throws BadInputException, DocumentException {
    return ZoneReader.read(file.toString(), bytes(file));
  }

  /** A file's bytes, in words when there is none or it is too large. */
  static byte[] bytes(Path file) throws BadInputException {
    return bytes(file, FILE_BYTES_MAX);
  }

  /** The same up to a size: pipes and devices have none before they are read. */
  static byte[] bytes(Path file, int most) throws BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = Files.size(file) > most ? new byte[0] : in.readNBytes(most + 1);
      if (bytes.length > most || Files.size(file) > most) {
        throw new BadInputException(file + ": is larger than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
