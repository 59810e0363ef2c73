package org.keypointstudio.dataset.format.sleap;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * A dataset of rows with named numbers: one of compounds, as h5py writes arrays of records, or a
 * matrix of numbers whose columns have their names by their order, which SLEAP takes, too.
 */
final class HdfTable {
  private final int rows;
  private final int rowBytes;
  private final Map<String, Field> fields;
  private final ByteBuffer data;
  private final Optional<LongUnaryOperator> positions;

  /**
   * A number of each row.
   *
   * @param offset in the row, in bytes
   * @param bytes that it has
   * @param kind how they are to be read
   */
  private record Field(int offset, int bytes, Kind kind, ByteOrder order) {}

  private enum Kind {
    FLOATING,
    SIGNED,
    UNSIGNED
  }

  private HdfTable(
      int rows,
      int rowBytes,
      Map<String, Field> fields,
      ByteBuffer data,
      Optional<LongUnaryOperator> positions) {
    this.rows = rows;
    this.rowBytes = rowBytes;
    this.fields = Map.copyOf(fields);
    this.data = data;
    this.positions = positions;
  }

  /**
   * Reads a dataset.
   *
   * @param columns the names of a matrix's columns
   * @throws IllegalArgumentException if it is no table
   */
  static HdfTable of(HdfFile file, Dataset dataset, List<String> columns) {
    int[] dimensions = dataset.getDimensions();
    DataType type = dataset.getDataType();
    int rows = dimensions.length == 0 ? 0 : dimensions[0];
    Map<String, Field> fields = new HashMap<>();
    int rowBytes = type.getSize();
    if (type instanceof CompoundDataType compound && dimensions.length == 1) {
      for (CompoundDataType.CompoundDataMember member : compound.getMembers()) {
        field(member.getOffset(), member.getDataType())
            .filter(field -> field.offset() + field.bytes() <= compound.getSize())
            .ifPresent(field -> fields.put(member.getName(), field));
      }
    } else if (dimensions.length == 2) {
      rowBytes = Math.multiplyExact(dimensions[1], type.getSize());
      for (int i = 0; i < Math.min(dimensions[1], columns.size()); i++) {
        String name = columns.get(i);
        field(i * type.getSize(), type).ifPresent(field -> fields.put(name, field));
      }
    } else if (rows > 0) {
      throw new IllegalArgumentException("%s is no table".formatted(dataset.getName()));
    }
    ByteBuffer data = rows == 0 ? ByteBuffer.allocate(0) : ((DatasetBase) dataset).getDataBuffer();
    if (data.limit() < (long) rows * rowBytes) {
      throw new IllegalArgumentException("%s is cut off".formatted(dataset.getName()));
    }
    return new HdfTable(rows, rowBytes, fields, data, positions(file, dataset, rowBytes));
  }

  private static Optional<Field> field(int offset, DataType type) {
    return switch (type) {
      case FloatingPoint floating when type.getSize() == 8 || type.getSize() == 4 ->
          Optional.of(new Field(offset, type.getSize(), Kind.FLOATING, floating.getByteOrder()));
      case FixedPoint fixed when List.of(1, 2, 4, 8).contains(type.getSize()) ->
          Optional.of(
              new Field(
                  offset,
                  type.getSize(),
                  fixed.isSigned() ? Kind.SIGNED : Kind.UNSIGNED,
                  fixed.getByteOrder()));
      case EnumDataType choice -> field(offset, choice.getBaseType());
      default -> Optional.empty();
    };
  }

  /** Where rows lie in the file, if they lie there as they are and not compressed. */
  private static Optional<LongUnaryOperator> positions(
      HdfFile file, Dataset dataset, int rowBytes) {
    long base = file.getUserBlockSize();
    if (dataset instanceof ContiguousDataset contiguous && !contiguous.isEmpty()) {
      long address = base + contiguous.getDataAddress();
      return Optional.of(row -> address + row * rowBytes);
    }
    return ChunkAddresses.of(file, dataset)
        .map(chunks -> row -> base + chunks.addressOf(row, rowBytes));
  }

  /** The number of rows. */
  int rows() {
    return rows;
  }

  /** Whether the rows have a number of this name. */
  boolean has(String field) {
    return fields.containsKey(field);
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if the rows have no such number
   */
  double number(long row, String name) {
    Field field = required(name);
    int at = Math.toIntExact(row * rowBytes + field.offset());
    ByteBuffer bytes = data.duplicate().order(field.order());
    return switch (field.kind()) {
      case FLOATING -> field.bytes() == 8 ? bytes.getDouble(at) : bytes.getFloat(at);
      case SIGNED -> signed(bytes, at, field.bytes());
      case UNSIGNED -> unsigned(signed(bytes, at, field.bytes()), field.bytes());
    };
  }

  private static long signed(ByteBuffer bytes, int at, int length) {
    return switch (length) {
      case 1 -> bytes.get(at);
      case 2 -> bytes.getShort(at);
      case 4 -> bytes.getInt(at);
      default -> bytes.getLong(at);
    };
  }

  /** Numbers of eight bytes are no positions if they are negative, whatever their sign means. */
  private static long unsigned(long number, int length) {
    return length == 8 ? number : number & ((1L << (8 * length)) - 1);
  }

  /**
   * A number that counts rows of another table, from 0.
   *
   * @throws IllegalArgumentException if it is none, or above the most
   */
  int position(long row, String name, int most) {
    double number = number(row, name);
    if (!(number >= 0 && number <= most && number == Math.rint(number))) {
      throw new IllegalArgumentException(
          "row %d: %s is %s, expected 0 to %d".formatted(row, name, number, most));
    }
    return (int) number;
  }

  private Field required(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("there is no %s".formatted(name));
    }
    return field;
  }

  /** Whether numbers can be changed in the file. */
  boolean isInPlace() {
    return positions.isPresent();
  }

  /** Where in the file a number is, in bytes. */
  long positionInFile(long row, String name) {
    return positions.orElseThrow().applyAsLong(row) + required(name).offset();
  }

  /** The bytes of a number as they are in the file. */
  ByteBuffer encoded(String name, double number) {
    Field field = required(name);
    ByteBuffer bytes = ByteBuffer.allocate(field.bytes()).order(field.order());
    if (field.kind() == Kind.FLOATING) {
      return field.bytes() == 8 ? bytes.putDouble(0, number) : bytes.putFloat(0, (float) number);
    }
    return switch (field.bytes()) {
      case 1 -> bytes.put(0, (byte) number);
      case 2 -> bytes.putShort(0, (short) number);
      case 4 -> bytes.putInt(0, (int) number);
      default -> bytes.putLong(0, (long) number);
    };
  }
}
