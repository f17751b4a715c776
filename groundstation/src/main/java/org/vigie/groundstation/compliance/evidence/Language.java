package org.vigie.groundstation.compliance.evidence;

/** A language that people read. */
public enum Language {
  FR,
  EN
}
