package org.vigie.groundstation.api;

import java.util.List;

/**
 * One field of a request that is wrong.
 *
 * @param field its path, for example {@code evidence[0].url}; empty for the whole body
 * @param key of the message among the texts
 */
record FieldError(String field, String key, List<Object> args) {
  FieldError {
    args = List.copyOf(args);
  }
}
