import type { Trouble } from "../host/HostPort";

/** Every sentence of the pane, in the tone of an official paper. `en.ts` has the same keys. */
export const vi = {
  title: "Thành phố học tập",
  otherLanguage: "English",
  tabs: { check: "Kiểm tra", evaluation: "Đánh giá", papers: "Tạo văn bản", insert: "Chèn mẫu", layout: "Thể thức" },
  waiting: "Đang tải …",
  trouble: {
    protectedSheet: "Trang tính đang được bảo vệ hoặc tệp chỉ cho đọc, nên không ghi được. Hãy bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi thử lại.",
    editingCell: "Đang gõ dở trong một ô. Hãy nhấn Enter để kết thúc rồi thử lại.",
    hiddenSheet: "Vị trí này nằm trên trang tính đang ẩn.",
    gone: "Không còn tìm thấy vị trí này; tệp đã thay đổi từ lần kiểm tra trước. Hãy kiểm tra lại.",
    changed: "Ô này đã thay đổi từ lần kiểm tra trước nên được để nguyên. Hãy kiểm tra lại.",
    encrypted: "Tệp được đặt mật khẩu hoặc bảo vệ quyền (IRM), nên dịch vụ không đọc được. Hãy gỡ bảo vệ, hoặc lưu một bản không mật khẩu rồi kiểm tra bản đó.",
    tooOld: "Bản Office này chưa hỗ trợ thao tác này.",
    tooManyCopies: "Office đang bận mở bản sao của tệp. Hãy đợi vài giây rồi thử lại.",
    hostFailed: "Office không thực hiện được thao tác này.",
  } satisfies Record<Trouble, string>,
  unreachable: "Không kết nối được với dịch vụ. Những gì đã nhập vẫn được giữ nguyên; hãy kiểm tra mạng rồi thử lại.",
};

export type Sentences = typeof vi;
