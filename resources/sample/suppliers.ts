import type { SampleSupplier } from './types.ts';

/** Invented firms; any likeness to a real one is chance. */
export const SAMPLE_SUPPLIERS: readonly SampleSupplier[] = [
  supplier('hengxin', 'Jieyang Hengxin Stainless Products', '揭阳市恒鑫不锈钢制品厂', '广东揭阳', '林志强', '3'),
  supplier('meijie', 'Yiwu Meijie Household Goods', '义乌市美洁家居用品有限公司', '浙江义乌', '王晓燕', '5'),
  supplier('lvxi', 'Shenzhen Lvxi Eco Tableware', '深圳绿吸环保餐具有限公司', '广东深圳', 'Amy Chen', '4'),
  supplier('tianhe', 'Yongkang Tianhe Metalware', '永康市天合五金制品有限公司', '浙江永康', '徐建平', '6'),
  supplier('ruisheng', 'Jiangmen Ruisheng Kitchenware', '江门市瑞盛厨具实业有限公司', '广东江门', '黄敏仪', '8'),
  supplier('baolong', 'Ningbo Baolong Import & Export', '宁波宝隆进出口有限公司', '浙江宁波', 'Leo Zhou', '9'),
  supplier(
    'xinyue',
    'Chaozhou Xinyue Hardware',
    '潮州市新悦五金厂',
    '广东潮州',
    '陈伟',
    '2',
    'Asks for payment to a personal account.',
  ),
  supplier('haoda', 'Yiwu Haoda Trading', '义乌市好达贸易商行', '浙江义乌', '吴玲', '1'),
  supplier('guzhen', 'Zhongshan Guzhen Xingguang Lighting', '中山市古镇星光照明厂', '广东中山', '梁志明', '7'),
  supplier('lichen', 'Shenzhen Lichen Optoelectronics', '深圳市利晨光电有限公司', '广东深圳', 'Kevin Liu', '4'),
  supplier('oumei', 'Foshan Oumei Lighting Technology', '佛山市欧美照明科技有限公司', '广东佛山', '何嘉欣', '6'),
  supplier('huacai', 'Shenzhen Huacai Electronics', '深圳华彩电子有限公司', '广东深圳', '周海', '3'),
  supplier('jinhui', 'Ningbo Jinhui Electric', '宁波金辉电器有限公司', '浙江宁波', '沈洁', '10'),
  supplier(
    'dongfang',
    'Dongguan Dongfang Semiconductor Lighting',
    '东莞东方半导体照明有限公司',
    '广东东莞',
    'Grace Wu',
    '5',
  ),
  supplier('zhaoyang', 'Zhongshan Zhaoyang LED', '中山市朝阳发光二极管厂', '广东中山', '冯国栋', '2'),
  supplier('yaguang', 'Wenzhou Yaguang Electric Appliance', '温州亚光电器有限公司', '浙江温州', '郑小军', '7'),
  supplier('kebao', 'Shenzhen Kebao Phone Accessories', '深圳市壳宝通讯配件有限公司', '广东深圳', 'Vivian Huang', '4'),
  supplier('mofan', 'Dongguan Mofan Silicone', '东莞市魔范硅胶制品有限公司', '广东东莞', '邓志豪', '6'),
  supplier('lingdong', 'Guangzhou Lingdong Leather Goods', '广州灵动皮具有限公司', '广东广州', '曾小婷', '5'),
  supplier('youpin', 'Yiwu Youpin Digital Accessories', '义乌市优品数码配件商行', '浙江义乌', '金晓东', '2'),
  supplier('tengda', 'Shenzhen Tengda Precision Moulds', '深圳腾达精密模具有限公司', '广东深圳', 'Jason Xie', '8'),
  supplier('caihong', 'Quanzhou Caihong Printing & Packaging', '泉州彩虹印刷包装有限公司', '福建泉州', '蔡丽华', '9'),
  supplier('jishu', 'Shenzhen Jishu Protective Technology', '深圳极束防护科技有限公司', '广东深圳', 'Tony Ma', '3'),
  supplier('baiyun', 'Guangzhou Baiyun Mobile Fashion', '广州市白云区潮机饰品厂', '广东广州', '刘美玲', '1'),
  supplier('sutong', 'Suzhou Sutong Textile', '苏州苏通纺织有限公司', '江苏苏州', '陆文斌', '11'),
  supplier('kunshan', 'Kunshan Huarui Precision', '昆山华锐精密五金有限公司', '江苏昆山', 'Linda Xu', '4'),
  supplier('wuxi', 'Wuxi Taihu Plastics', '无锡太湖塑业有限公司', '江苏无锡', '顾建军', '5'),
  supplier('jinjiang', 'Jinjiang Haichuan Footwear', '晋江海川鞋业有限公司', '福建晋江', '许志伟', '6'),
  supplier('qingdao', 'Qingdao Lanwan Outdoor', '青岛蓝湾户外用品有限公司', '山东青岛', '孙丽', '5'),
  supplier('linyi', 'Linyi Xinfa Household', '临沂鑫发日用品厂', '山东临沂', '', '2'),
  // The same firm once more, as a second buyer wrote it down: what "Find duplicates" is for.
  {
    ...supplier(
      'qingdao',
      'Qingdao Lanwan Outdoors',
      '青岛蓝湾户外',
      '山东青岛',
      '孙经理',
      '5',
      'Met at the spring fair.',
    ),
    key: 'qingdaoAgain',
    wechat: 'lanwan_outdoor',
    shop: '',
  },
];

function supplier(
  key: string,
  en: string,
  zh: string,
  region: string,
  contact: string,
  years: string,
  notes = '',
): SampleSupplier {
  const since = `${years} years on the platform · 入驻 ${years} 年`;
  return {
    key,
    en,
    zh,
    region,
    contact,
    phone: `+86 139 0000 ${String(1000 + key.length * 37 + Number(years)).slice(0, 4)}`,
    wechat: `${key}_sales`,
    shop: `https://${key}.1688.example/`,
    notes: notes === '' ? since : `${since}\n${notes}`,
  };
}
