package org.keypointstudio.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class NativeEnvironmentTest {
  private static final String NAME = "KEYPOINT_STUDIO_TEST_VARIABLE";

  private static Properties wanted(String name, String value) {
    Properties wanted = new Properties();
    wanted.setProperty(name, value);
    return wanted;
  }

  /** What a native library reads, which is not what Java remembers from its start. */
  @SuppressWarnings("restricted")
  private static String readNatively(String name) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MemorySegment address = linker.defaultLookup().find("getenv").orElseThrow();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value =
          (MemorySegment)
              linker
                  .downcallHandle(
                      address, FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(arena.allocateFrom(name));
      return value.address() == 0 ? "" : value.reinterpret(Long.MAX_VALUE).getString(0);
    }
  }

  @Test
  void native_libraries_see_what_is_wanted() throws Throwable {
    new NativeEnvironment(wanted(NAME, "10000"), _ -> null).prepare();

    assertThat(readNatively(NAME)).isEqualTo("10000");
  }

  @Test
  void a_variable_that_is_set_already_stays_as_it_is() throws Throwable {
    String other = NAME + "_SET";

    new NativeEnvironment(wanted(other, "1"), _ -> "7").prepare();

    assertThat(readNatively(other)).isEmpty();
  }

  @Test
  void the_allocator_takes_its_thresholds() {
    assertThatCode(
            () ->
                new NativeEnvironment(wanted("MALLOC_MMAP_THRESHOLD_", "4294967296"), _ -> null)
                    .prepare())
        .doesNotThrowAnyException();
  }

  @Test
  void the_program_carries_the_environment_of_its_launcher() {
    assertThatCode(() -> NativeEnvironment.ofProcess().prepare()).doesNotThrowAnyException();
  }
}
