package dev.footfall.bench.whole;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.OutputStream;

/** Program: the sandbox in a process of its own, so that its work is not counted as ours. */
public final class SandboxProgram {
  private SandboxProgram() {}

  /** Prints the base URL of Meta's double and serves until its standard input ends. */
  public static void main(String[] arguments) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      System.out.println(sandbox.baseUrl("meta"));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
