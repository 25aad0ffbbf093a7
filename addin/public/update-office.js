/* Old Office shows the pane in Internet Explorer, which knows no modules: ES5 only. */
(function () {
  document.getElementById("app") || document.addEventListener("DOMContentLoaded", say);
  if (document.getElementById("app")) say();
  function say() {
    document.getElementById("app").innerHTML = '<div class="shell" role="alert"><h1>Cần Office mới hơn</h1>' +
      "<p>Bản Office trên máy này quá cũ để mở ngăn Thành phố học tập. Hãy dùng Office 2021, Office LTSC 2024 hoặc Microsoft 365.</p>" +
      "<p>Không cần cài gì thêm: mở trình duyệt Edge, Chrome hoặc Firefox vào địa chỉ " + location.protocol + "//" + location.host + "/ rồi kéo tệp vào trang để kiểm tra.</p>" +
      '<p lang="en">This Office is too old for the pane. Open the address above in a browser instead.</p></div>';
  }
})();
