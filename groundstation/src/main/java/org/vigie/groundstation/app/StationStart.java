package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;

/** Opens a station for a command, and says what is wrong in words. */
final class StationStart {
  private StationStart() {}

  /**
   * Opens the station of a configuration.
   *
   * @param clock START,WALL0,N as {@link ScaledClock#parse} reads it; null for the machine's own
   * @throws BadInputException if a file or an address cannot be used
   */
  static Station open(Path config, @Nullable String clock)
      throws DocumentException, BadInputException {
    if (!Files.isRegularFile(config)) {
      throw new BadInputException(config + ": there is no such file");
    }
    try {
      ScaledClock time = clock == null ? ScaledClock.wall() : ScaledClock.parse(clock);
      return StationOpening.open(config, time);
    } catch (FileSystemException e) {
      throw new BadInputException(e.getFile() + ": cannot be used: " + reason(e));
    } catch (CharacterCodingException e) {
      throw new BadInputException(config.getFileName() + ": is not a text in UTF-8");
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static String reason(FileSystemException e) {
    String reason = e.getReason();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** Flights that a stopping station told to return. */
  static List<String> stop(Station station) {
    List<String> flights = station.returnAll();
    station.close();
    return flights;
  }
}
