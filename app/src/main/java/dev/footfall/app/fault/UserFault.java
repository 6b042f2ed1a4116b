package dev.footfall.app.fault;

import java.util.List;

/**
 * Something that the person can put right: each line says what, where and the remedy, and holds
 * neither personal data nor secrets.
 */
public final class UserFault extends RuntimeException {
  private final transient ExitCode exitCode;
  private final transient List<String> lines;

  private UserFault(ExitCode exitCode, List<String> lines) {
    super(lines.get(0));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** Wrong input. */
  public static UserFault of(String line) {
    return new UserFault(ExitCode.WRONG_INPUT, List.of(line));
  }

  /** The platform or the credential does not let the run begin. */
  public static UserFault stopped(String line) {
    return new UserFault(ExitCode.STOPPED, List.of(line));
  }

  /** Wrong usage. */
  public static UserFault usage(String line) {
    return new UserFault(ExitCode.WRONG_USAGE, List.of(line));
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What to print, one fault a line. */
  public List<String> lines() {
    return lines;
  }
}
