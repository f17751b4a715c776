package org.vigie.groundstation.dispatch;

import java.util.List;

/**
 * A service as dispatch needs it.
 *
 * @param pilots on duty, first choice first
 */
public record StaffedService(String id, List<String> pilots) {
  public StaffedService {
    pilots = List.copyOf(pilots);
  }
}
