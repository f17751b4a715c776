package org.vigie.groundstation.compliance.decision;

import org.vigie.planner.canonical.ContentHash;

/**
 * A file that the decision rests on.
 *
 * @param kind {@code rule-pack} or {@code evidence}
 * @param name the pack's id, or the file's name
 * @param version the pack's version, empty for evidence
 * @param hash SHA-256 of the file's bytes
 */
public record Input(String kind, String name, String version, ContentHash hash) {}
