package org.vigie.groundstation.api;

import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.compliance.request.OperatorType;

/**
 * What people are told of the station that they log in to.
 *
 * @param language of its screens unless a person chooses another: {@code fr} or {@code en}
 */
public record StationFacts(String id, String name, String language, List<ServiceFacts> services) {
  public StationFacts {
    services = List.copyOf(services);
  }

  /** A service that people belong to. */
  public record ServiceFacts(String id, String name, OperatorType type) {}

  Optional<ServiceFacts> findService(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }
}
