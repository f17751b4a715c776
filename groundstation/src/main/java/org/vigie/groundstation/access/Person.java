package org.vigie.groundstation.access;

import java.util.Set;

/**
 * Someone (or a sensor system) who was recognised by a token.
 *
 * @param id stable identifier, for example {@code demo-pilot-1}; what the journal names
 * @param name for screens
 * @param service service they belong to, for example {@code sdis42}
 * @param commune INSEE code of their commune, empty when not bound to one
 */
public record Person(String id, String name, Set<Role> roles, String service, String commune) {
  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
