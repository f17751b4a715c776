package org.vigie.groundstation.viewing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.groundstation.compliance.request.OperatorType;

/**
 * What the right to view rests on.
 *
 * @param commune INSEE code of the commune that the station serves
 * @param services what each service is in law, by its id
 * @param cameras the services that each fixed camera belongs to, by the camera's id
 */
public record ViewingSetting(
    String commune, Map<String, OperatorType> services, Map<String, Set<String>> cameras) {
  public ViewingSetting {
    services = Map.copyOf(services);
    cameras =
        cameras.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, camera -> Set.copyOf(camera.getValue())));
  }
}
