package org.vigie.groundstation.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit}: what a regulator does with a flight record, without any station. */
@Command(
    name = "audit",
    description = "Flight records: verify, report, export, books over many; witness, keys.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditVerify.class,
      AuditReport.class,
      AuditExport.class,
      AuditLogbook.class,
      AuditRegister.class,
      AuditTotals.class,
      AuditOccurrence.class,
      AuditWitness.class,
      AuditRotateKey.class
    })
public final class AuditCommand implements Callable<Integer> {
  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return BAD_INPUT;
  }
}
